import type { LocalPhoto } from '@miniapp/platform/media';
import { useOnline } from '@miniapp/platform/network';
import { confirm, toast } from '@miniapp/platform/ui';
import { Note } from '@miniapp/ui/Note';
import { Shot, type TakenPhoto } from '@miniapp/ui/Shot';
import { View } from '@tarojs/components';
import { useEffect, useSyncExternalStore } from 'react';
import { MAX_PHOTOS, type Paper, type PaperKey, paper, papersFor } from './papers';
import { addPhoto, removePhoto, sendWaitingPhotos, showKeptPhotos } from './photos';
import { Question } from './Question';
import { troublesOf } from './report';
import { fileStates, watchFiles } from './sending';
import { useReport } from './useReport';

/** 02-e. A photo is kept on the phone first and sent when it can be. */
export function PhotosQuestion() {
  const report = useReport('photos');
  const { answers, next } = report;
  const online = useOnline();
  const states = useSyncExternalStore(watchFiles, fileStates);
  useEffect(() => {
    showKeptPhotos();
  }, []);
  useEffect(() => {
    // Without a network, or before signing in, they wait for the last page.
    if (online !== false) sendWaitingPhotos().catch(() => undefined);
  }, [online]);

  const taken = answers.photos.length;
  const wanted = papersFor(troublesOf(answers));
  // What was photographed for another answer stays on the page.
  const others = answers.photos
    .map((photo) => photo.paper)
    .filter((key, at, all) => all.indexOf(key) === at && wanted.every((one) => one.key !== key))
    .map(paper);
  const remove = async (photo: TakenPhoto) => {
    if (await confirm({ title: '去掉这张照片？', yes: '去掉', no: '留着' })) await removePhoto(photo.id);
  };
  const add = (key: PaperKey, photo: LocalPhoto) => {
    if (taken < MAX_PHOTOS) addPhoto(key, photo);
    else toast(`最多 ${MAX_PHOTOS} 张。先去掉一张再拍`);
  };
  const shotsOf = ({ key }: Paper): TakenPhoto[] =>
    answers.photos
      .filter((photo) => photo.paper === key)
      .map((photo) => {
        const { path, percent, refused } = states[photo.key] ?? {};
        const state =
          photo.attachmentId !== null
            ? 'sent'
            : refused !== undefined
              ? 'refused'
              : percent !== undefined
                ? 'sending'
                : 'waiting';
        return { id: photo.key, path, percent, state };
      });
  const missing = wanted.some(({ key }) => answers.photos.every((photo) => photo.paper !== key));
  const refusal = ({ key }: Paper) =>
    answers.photos
      .filter((photo) => photo.paper === key && photo.attachmentId === null)
      .map((photo) => states[photo.key]?.refused)
      .find((sentence) => sentence !== undefined);

  return (
    <Question
      report={report}
      grey
      title="有这些纸，就拍一拍"
      hint="没有也能交，上门时再补。照着左边的样子拍。"
      read="有医院的单子、学校的证明，就拍一拍。没有也能交。"
      note={
        online === false && (
          <Note state="off" icon="nonet" title="现在没有网">
            照片先存在手机里，有网自动传。
          </Note>
        )
      }
      bar={
        taken === 0
          ? { primary: { children: '以后再拍', onTap: () => next() } }
          : {
              primary: { children: `下一步（拍了 ${taken} 张）`, onTap: () => next() },
              // Papers are still missing: the way on that says so.
              link: missing ? { text: '以后再拍', onTap: () => next() } : undefined,
            }
      }
    >
      <View className="sw-sec sw-flush">
        {[...wanted, ...others].map((one) => (
          <Shot
            key={one.key}
            title={one.title}
            hint={one.hint}
            example={one.example}
            photos={shotsOf(one)}
            error={refusal(one)}
            max={shotsOf(one).length + MAX_PHOTOS - taken}
            onTake={(photo) => add(one.key, photo)}
            onOpen={remove}
          />
        ))}
      </View>
      <View className="sw-pad">
        <View className="sw-field__hint sw-mt12">
          不用拍到人脸，更不要拍孩子。照片里的位置信息会自动去掉。银行卡、房产、车辆不用您拍，由部门去查。
        </View>
      </View>
    </Question>
  );
}
