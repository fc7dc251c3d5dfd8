import { mountView } from '../../lib/live/mount-view.tsx';
import { App } from './App.tsx';

mountView(<App />, 'settings.title');
