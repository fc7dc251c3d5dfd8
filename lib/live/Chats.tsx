import { Transcript } from '../../components/chat/Transcript.tsx';
import { useTranslate } from '../../components/translate.tsx';
import { Card } from '../../components/ui/Card.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import type { Capture } from '../evidence/types.ts';
import { type ReadConversation, useConversations } from './use-chats.ts';
import { useBlobAddress } from './use-pictures.ts';

interface ChatsProps {
  captures: readonly Capture[];
  onOpenCapture: (capture: Capture) => void;
}

/** Every conversation of a case, each merged from its captures. */
export default function Chats({ captures, onOpenCapture }: ChatsProps) {
  const t = useTranslate();
  const conversations = useConversations(captures);
  if (!conversations) return <p role="status">{t('common.loading')}</p>;
  if (conversations.length === 0) return <p>{t('transcript.none')}</p>;
  return conversations.map((conversation) => (
    <ConversationCard key={conversation.captures[0]?.id} conversation={conversation} onOpenCapture={onOpenCapture} />
  ));
}

interface ConversationCardProps {
  conversation: ReadConversation;
  onOpenCapture: (capture: Capture) => void;
}

function ConversationCard({ conversation, onOpenCapture }: ConversationCardProps) {
  const t = useTranslate();
  const { seller, captures, merged, unread } = conversation;
  const count = t('transcript.count', { messages: merged.messages.length, captures: captures.length });
  return (
    <Card title={seller || t('transcript.noSeller')} aside={count}>
      {unread.length > 0 && <Notice tone="error" title={t('transcript.unread', { count: unread.length })} />}
      <Transcript
        merged={merged}
        captures={new Map(captures.map((capture) => [capture.id, capture]))}
        pictureOf={(captureId, name) => <MessagePicture blobId={`${captureId}/${name}`} />}
        onOpenCapture={onOpenCapture}
      />
    </Card>
  );
}

/** Loaded when it is on the screen: a long conversation has hundreds. */
function MessagePicture({ blobId }: { blobId: string }) {
  const t = useTranslate();
  const address = useBlobAddress(blobId);
  return address === undefined ? null : <img src={address} alt={t('transcript.pictureAlt')} />;
}
