import { PhotosQuestion } from '@miniapp/features/apply/PhotosQuestion';

export default function Page() {
  return <PhotosQuestion />;
}
