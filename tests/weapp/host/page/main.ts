// First: whoever takes hold of the timers takes these.

import { callApp, getApp, launchOptions, registerApp } from './app/app';
import { navigateBack } from './app/router';
import { paintBar } from './app/screen';
import { getCurrentPages, openPage, showTop, stack } from './app/stack';
import { drawAppStyle } from './app/styles';
import { automate } from './automator';
import { defineComponents } from './components';
import { repeatNow } from './engine/intervals';
import { watchForLongPress } from './engine/long-press';
import { enterLogicLayer, runModule } from './engine/modules';
import { setDataCount } from './engine/set-data';
import { registration } from './engine/space';
import { onException, watchForFaults } from './faults';
import { wx } from './wx';
import { happen } from './wx/happenings';
import { requirePlugin, spoken } from './wx/plugins';
import { setOnline } from './wx/system';

/** Starts the app as WeChat does: app.js, onLaunch, the first page. */
function start(): void {
  watchForFaults();
  onException((message) => {
    callApp('onError', message);
    happen('Error', { message });
  });
  defineComponents();
  watchForLongPress();
  document.getElementById('back')?.addEventListener('click', () => stack.length > 1 && navigateBack({}));
  enterLogicLayer({ wx, App: registerApp, getApp, getCurrentPages, requirePlugin, registration });
  drawAppStyle();
  paintBar();
  runModule('app');
  callApp('onLaunch', launchOptions);
  callApp('onShow', launchOptions);
  openPage(launchOptions.path, launchOptions.query);
  showTop();
}

/** What the Node half may call. */
const weappHost = {
  automate,
  setOnline,
  repeatNow,
  setDataCount: () => ({ ...setDataCount }),
  spoken: () => spoken.splice(0),
};
export type WeappHostPage = typeof weappHost;

start();
Object.assign(window, { weappHost });
