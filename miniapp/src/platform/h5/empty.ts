/** Stands in for what Taro brings along and no page of ours needs (config/slim-h5.ts). */
export default {};
