/** Written into the code by the build (config/index.ts, defineConstants). */
declare const API_BASE: string;
declare const CLOUD_ENV: string;
declare const RELEASE: boolean;

declare module '*.css';
