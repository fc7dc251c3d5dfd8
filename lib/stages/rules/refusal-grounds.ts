import { type Text, text } from '../text.ts';
import type { SourceRef } from './types.ts';

export type GroundId =
  | 'identity'
  | 'respondent'
  | 'claims'
  | 'facts'
  | 'dispute'
  | 'dailyLife'
  | 'signals'
  | 'limit'
  | 'elsewhere'
  | 'competence'
  | 'truth'
  | 'proxy'
  | 'lead'
  | 'reportPlace'
  | 'repeat'
  | 'reportTruth';

/** What a complaint or report can fail on, and how to make it good (总局令第121号, read in full). */
export interface RefusalGround {
  id: GroundId;
  procedure: 'complaint' | 'report';
  /** What has to be so. */
  title: Text;
  /** How to get what is missing, or how to judge it. */
  how: Text;
  source: SourceRef;
}

function ground(
  id: GroundId,
  procedure: RefusalGround['procedure'],
  article: string,
  title: Text,
  how: Text,
): RefusalGround {
  return { id, procedure, title, how, source: { key: 'L1', article } };
}

/** The grounds in the order of the form, complaint first. */
export const REFUSAL_GROUNDS: readonly RefusalGround[] = [
  ground(
    'identity',
    'complaint',
    '第10条第1项、第16条第5项',
    text('投诉人的姓名、电话、通讯地址', 'your name, telephone and postal address'),
    text(
      '导出时填写；只写进投诉书，不保存',
      'fill them in when exporting; they go into the complaint only and are not stored',
    ),
  ),
  ground(
    'respondent',
    'complaint',
    '第10条第2项、第16条第5项',
    text('被投诉人的名称和地址', 'the name and address of the respondent'),
    text(
      '在店铺首页打开营业执照（经营者信息），通过验证后采集那一页',
      'open the business licence on the shop’s home page, solve its captcha, capture that page',
    ),
  ),
  ground(
    'claims',
    'complaint',
    '第10条第3项、第16条第5项',
    text('具体的投诉请求，钱款写明金额', 'concrete claims, with amounts where money is asked for'),
    text('导出时勾选请求并填写金额', 'tick the claims and fill in the amounts when exporting'),
  ),
  ground(
    'facts',
    'complaint',
    '第10条第3项、第16条第5项',
    text('争议的事实依据：商品怎么说的、怎么谈的', 'the facts: what was promised, what was said'),
    text('采集商品页或交易快照、聊天记录', 'capture the product page or trade snapshot, and the chat'),
  ),
  ground(
    'dispute',
    'complaint',
    '第16条第3项、第17条第3项',
    text('能证明真实购买，并且和对方有争议', 'proof of a real purchase and of a dispute with this seller'),
    text(
      '采集订单详情（有付款）和退款详情（有对方的答复）',
      'capture the order (with its payment) and the refund (with the answer)',
    ),
  ),
  ground(
    'dailyLife',
    'complaint',
    '第3条、第16条第3项',
    text('为生活消费购买', 'bought for daily life'),
    text(
      '进货、转卖、经营自用的不算；在批发网站买的，要能说明是自己用',
      'not for stock, resale or a business; on a wholesale site be able to say that it is for yourself',
    ),
  ),
  ground(
    'signals',
    'complaint',
    '第17条',
    text('数量、次数、频率合乎通常的消费习惯', 'quantity and frequency as consumers usually buy'),
    text(
      '法规没有写数字。可以考虑的还有：短期内大量投诉同一经营者或同一类问题，多人使用同一手机号码、通讯地址',
      'the rule has no numbers. Also weighed: many complaints about one trader or one kind of problem in a short time, one telephone or address used by several people',
    ),
  ),
  ground(
    'limit',
    'complaint',
    '第16条第4项',
    text('知道或应当知道权益被侵害起不超过3年', 'not more than 3 years since you knew or should have known'),
    text(
      '打开订单或退款详情，读到签收、申请的时间就能算',
      'open the order or refund: the times of signing and asking are counted from',
    ),
  ),
  ground(
    'elsewhere',
    'complaint',
    '第16条第2项',
    text(
      '法院、仲裁机构、市场监管部门、其他行政机关、消协都没有受理或处理过同一争议',
      'no court, arbitration, market regulator, other authority or 消协 has accepted or handled the dispute',
    ),
    text(
      '在别处交过的，先问清那边是否受理；平台的处理和人民调解不算',
      'if you filed elsewhere ask first whether it was accepted; the platform and people’s mediation do not count',
    ),
  ),
  ground(
    'competence',
    'complaint',
    '第13条、第16条第1项',
    text('交给有处理权限的机关', 'sent to the authority that is competent'),
    text(
      '对方在平台公示的地址所在地，或者平台住所地的县级市场监管部门（见“向哪里投诉”）',
      'the county-level regulator of the address published on the platform, or of the platform’s seat (see “Where to file”)',
    ),
  ),
  ground(
    'truth',
    'complaint',
    '第10条、第16条第5、6项、第42条',
    text('材料真实，用本人的名义，配合核验身份', 'true material, in your own name, identity checks not refused'),
    text(
      '夹带、掉包、造假、捏造事实骗赔或敲诈的，会移送公安',
      'who swaps, fakes or invents facts to obtain money is handed to the police',
    ),
  ),
  ground(
    'proxy',
    'complaint',
    '第11条',
    text('替别人投诉的：授权委托书原件和受托人身份证明', 'for somebody else: the original authorisation and your ID'),
    text(
      '委托书写明事项、权限、期限，由委托人签名；自己投诉的不需要',
      'it names matter, powers and term and is signed by the person; not needed for your own complaint',
    ),
  ),
  ground(
    'lead',
    'report',
    '第28条',
    text('违法行为的具体线索和事实依据', 'a concrete lead on a violation and its facts'),
    text(
      '采集能看出违法的页面：商品页、交易快照、聊天或退款详情',
      'capture the pages that show it: product, snapshot, chat or refund',
    ),
  ),
  ground(
    'reportPlace',
    'report',
    '第29、31条',
    text('交给有处理权限的机关', 'sent to the authority that is competent'),
    text(
      '平台内的店：实际经营地；平台住所地先收到的也可以处理。举报平台本身：平台住所地',
      'a shop on a platform: where it actually trades; the platform’s seat may handle what it receives first. The platform itself: its seat',
    ),
  ),
  ground(
    'repeat',
    'report',
    '第35条',
    text('不是重复举报同一事实', 'not the same fact reported again'),
    text(
      '有新的事实可以补充，期限从最后一次重新算',
      'new facts can be added; the time then counts from the last report',
    ),
  ),
  ground(
    'reportTruth',
    'report',
    '第28、42条',
    text('内容真实', 'true'),
    text(
      '不如实举报、借举报索要钱款的，会移送公安。举报查处违法，不解决自己的钱',
      'false reports, or reports used to extract money, are handed to the police. A report brings no money of your own',
    ),
  ),
];
