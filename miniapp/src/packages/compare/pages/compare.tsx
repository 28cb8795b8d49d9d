import { Compare } from '@miniapp/features/compare/Compare';

export default function Page() {
  return <Compare />;
}
