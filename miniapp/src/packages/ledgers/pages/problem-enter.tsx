import { EnterProblem } from '@miniapp/features/problems/EnterProblem';

export default function Page() {
  return <EnterProblem />;
}
