import { PutUp } from '@miniapp/features/publicity/PutUp';

export default function Page() {
  return <PutUp kind="RESULT_ANNOUNCEMENT" />;
}
