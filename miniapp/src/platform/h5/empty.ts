/** Stands in for polyfills that no browser of ours needs (config/slim-h5.ts). */
export default {};
