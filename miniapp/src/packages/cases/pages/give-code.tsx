import { GiveCode } from '@miniapp/features/cases/GiveCode';

export default function Page() {
  return <GiveCode />;
}
