import { Rate } from '@miniapp/features/cases/Rate';

export default function Page() {
  return <Rate />;
}
