import { AnswerRequest } from '@miniapp/features/review/AnswerRequest';

export default function Page() {
  return <AnswerRequest />;
}
