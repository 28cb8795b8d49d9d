import { OneEntry } from '@miniapp/features/register/OneEntry';

export default function Page() {
  return <OneEntry />;
}
