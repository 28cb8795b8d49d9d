import { Report } from '@miniapp/features/clues/Report';

export default function Page() {
  return <Report />;
}
