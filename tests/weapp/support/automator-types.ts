/** The automator's classes by name: its package exports only an instance. */
export type { default as Element, InputElement } from 'miniprogram-automator/out/Element';
export type { default as MiniProgram } from 'miniprogram-automator/out/MiniProgram';
export type { default as Page } from 'miniprogram-automator/out/Page';
