/** Which of the two builds this is. Known at build time, so the other branch is not even in the file. */
export const isWeapp = process.env.TARO_ENV === 'weapp';
export const isH5 = process.env.TARO_ENV === 'h5';
