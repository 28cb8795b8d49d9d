import { Helped } from '@miniapp/features/help/Helped';

export default function Page() {
  return <Helped />;
}
