import { mountView } from '../../lib/live/mount-view.tsx';
import { App } from './App.tsx';

void mountView(<App />, 'privacyPage.title');
