import { WhatQuestion } from '@miniapp/features/apply/WhatQuestion';

export default function Page() {
  return <WhatQuestion />;
}
