import { Rows } from '@miniapp/features/publicity/Rows';

export default function Page() {
  return <Rows />;
}
