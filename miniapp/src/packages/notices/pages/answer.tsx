import { ObjectionAnswer } from '@miniapp/features/notices/ObjectionAnswer';

export default function Page() {
  return <ObjectionAnswer />;
}
