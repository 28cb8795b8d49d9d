import { go } from '@miniapp/platform/navigate';
import { Entry } from '@miniapp/ui/Entry';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { GALLERY } from '../../routes';

export default function Home() {
  return (
    <Page tab="home">
      <Head title="守望">
        <Entry icon="hand" title="我要申报" detail="家里有难处，点这里说。不收钱" onTap={() => undefined} />
      </Head>
      {!RELEASE && (
        <Section>
          <Row title="组件样张" onTap={() => go(`${GALLERY.root}/${GALLERY.pages[0]}`)} />
        </Section>
      )}
    </Page>
  );
}
