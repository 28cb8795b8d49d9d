import { MyCase } from '@miniapp/features/cases/MyCase';

export default function Page() {
  return <MyCase />;
}
