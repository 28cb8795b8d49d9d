import { HeadQuestion } from '@miniapp/features/apply/HeadQuestion';

export default function Page() {
  return <HeadQuestion />;
}
