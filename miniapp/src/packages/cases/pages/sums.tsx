import { Sums } from '@miniapp/features/cases/Sums';

export default function Page() {
  return <Sums />;
}
