import { Hung } from '@miniapp/features/publicity/Hung';

export default function Page() {
  return <Hung />;
}
