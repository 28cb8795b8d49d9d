import type { HostedApp } from '../hosted-app';

/** A script of the app as a function of what it may see; compile/scripts.ts makes them. */
export type LogicModule = (sees: Record<string, unknown>) => void;

declare global {
  interface Window {
    HOSTED: HostedApp;
    MODULES: Record<string, LogicModule>;
    TEMPLATES: Record<string, unknown>;
    /** Put there by the Node half: sends an event of the automator protocol to the clients. */
    emitToAutomator?: (method: string, params: unknown) => void;
  }
}

export const hosted = window.HOSTED;
