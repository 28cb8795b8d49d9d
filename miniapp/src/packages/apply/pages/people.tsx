import { PeopleQuestion } from '@miniapp/features/apply/PeopleQuestion';

export default function Page() {
  return <PeopleQuestion />;
}
