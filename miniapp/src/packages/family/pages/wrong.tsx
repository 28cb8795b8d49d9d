import { SayWrong } from '@miniapp/features/family/SayWrong';

export default function Page() {
  return <SayWrong />;
}
