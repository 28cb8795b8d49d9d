/** Written into the code by the build (config/index.ts, defineConstants). */
declare const API_BASE: string;
declare const CLOUD_ENV: string;
/** Version of WeChat's plugin 微信同声传译; empty: the mini-program does not read aloud. */
declare const SPEECH_PLUGIN: string;
declare const RELEASE: boolean;

declare module '*.css';
