import { OneProblem } from '@miniapp/features/problems/OneProblem';

export default function Page() {
  return <OneProblem />;
}
