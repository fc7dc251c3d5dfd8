import { mountView } from '../../lib/live/mount-view.tsx';
import { tellBackground } from '../../lib/live/tell-background.ts';
import { App } from './App.tsx';

void mountView(<App />, 'settings.title');
tellBackground();
