import { Draft } from '@miniapp/features/publicity/Draft';

export default function Page() {
  return <Draft />;
}
