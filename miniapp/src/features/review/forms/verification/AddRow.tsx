import { Button } from '@miniapp/ui/Button';
import { Chips } from '@miniapp/ui/Chips';
import { View } from '@tarojs/components';
import { useState } from 'react';

export interface AddRowProps<C extends string> {
  /** 「加一项收入」 */
  label: string;
  groups: readonly { label: string; chips: { value: C; label: string }[] }[];
  onAdd: (code: C) => void;
}

/** A row is added by tapping what it is: nobody types the name of an income. */
export function AddRow<C extends string>({ label, groups, onAdd }: AddRowProps<C>) {
  const [open, setOpen] = useState(false);
  return (
    <View className="sw-add">
      <Button size="small" icon={open ? 'close' : 'plus'} onTap={() => setOpen(!open)}>
        {open ? '不加了' : label}
      </Button>
      {open &&
        groups.map((group) => (
          <Chips<C>
            key={group.label}
            label={group.label}
            chips={group.chips}
            value={[]}
            onChange={([code]) => {
              if (code === undefined) return;
              onAdd(code);
              setOpen(false);
            }}
          />
        ))}
    </View>
  );
}
