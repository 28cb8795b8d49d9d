import { hosted } from '../hosted';

/** The App: one object for the whole run, with its own lifecycle. */

type AppDefinition = Record<string, unknown>;

export interface LaunchOptions {
  path: string;
  query: Record<string, string>;
  scene: number;
  referrerInfo: object;
  shadow: object;
}

let app: AppDefinition = {};

export function registerApp(definition: AppDefinition): void {
  app = definition;
}

export const getApp = (): AppDefinition => app;

export const launchOptions: LaunchOptions = {
  path: hosted.app.entryPagePath ?? hosted.app.pages[0] ?? '',
  query: {},
  // 1001: opened from the list of mini-programs.
  scene: 1001,
  referrerInfo: {},
  shadow: {},
};

/** Calls a lifecycle method of the App, when it has it. */
export function callApp(name: 'onLaunch' | 'onShow' | 'onHide' | 'onError', argument?: unknown): void {
  const method = app[name];
  if (typeof method === 'function') method.call(app, argument);
}
