import { Publicity } from '@miniapp/features/publicity/Publicity';

export default function Page() {
  return <Publicity />;
}
