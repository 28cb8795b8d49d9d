export const View = 'div';
export const Text = 'span';
