import { OwnWords } from '@miniapp/features/cases/OwnWords';

export default function Page() {
  return <OwnWords />;
}
