import { AnswerRequest } from '@miniapp/features/review/AnswerRequest';
import { REQUESTS_PAGE } from '@miniapp/features/staff';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="request" list={['农户说不对的', REQUESTS_PAGE]}>
      <AnswerRequest />
    </OfOne>
  );
}
