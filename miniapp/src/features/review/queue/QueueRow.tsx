import { Row } from '@miniapp/ui/Row';
import { Tag } from '@miniapp/ui/Tag';
import { dueTag } from '@shared/messages';
import { Text } from '@tarojs/components';
import type { QueueItem } from '../useQueue';
import { rowDetail } from './words';

interface QueueRowProps {
  row: QueueItem;
  today: string;
  severalVillages: boolean;
  onTap: () => void;
}

/** A case in a list on the phone. */
export function QueueRow({ row, today, severalVillages, onTap }: QueueRowProps) {
  const tag = dueTag(row, today);
  const people = row.memberCount === null ? '' : `${row.memberCount} 人`;
  return (
    <Row
      title={
        <>
          {row.headName} <Text className="sw-sub">{[row.group, people].filter(Boolean).join(' · ')}</Text>
        </>
      }
      detail={[severalVillages ? row.villageName : '', rowDetail(row)].filter(Boolean).join(' · ')}
      tag={<Tag state={tag.tone}>{tag.text}</Tag>}
      onTap={onTap}
    />
  );
}
