/** WXML tags that the host draws. A template with any other is refused, so that nothing is missing unseen. */
export const BUILT_IN_TAGS = [
  'view',
  'text',
  'button',
  'image',
  'input',
  'textarea',
  'canvas',
  'scroll-view',
  'root-portal',
] as const;

/** Tags of the template language itself. */
export const TEMPLATE_TAGS = ['block', 'template', 'import', 'include', 'wxs', 'slot'] as const;
