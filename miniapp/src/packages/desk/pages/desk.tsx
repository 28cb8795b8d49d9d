import { ReviewDesk } from '@miniapp/features/desk/ReviewDesk';

export default function Page() {
  return <ReviewDesk />;
}
