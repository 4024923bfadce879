import { type Case, testCases } from './contradicting.js';

// How many were hit, told in words and figures of any kind, in one document that says it in front matter.
const front = '---\ntype: postmortem\ntitle: Portal offline\naffected: 1860\n---\n\n';

const rows: Readonly<Record<string, readonly Case[]>> = {
  'how many were hit': [
    [
      'en',
      '1,860 customers were affected.',
      'Close to three thousand customers were affected.',
      'three thousand customers',
    ],
    ['en', '1,860 customers were affected.', 'Only a couple of dozen clients were hit.', 'a couple of dozen clients'],
    ['en', '1,860 customers were affected.', 'The number of customers affected comes to 2,310.', '2,310'],
    [
      'en',
      '1,860 customers were affected.',
      'Not a single customer was affected.',
      'Not a single customer was affected',
    ],
    ['en', '1,860 of our 5,200 shops were locked out.', 'All 5,200 shops were locked out.', '5,200 shops'],
    [
      'en',
      'In 1,860 homes the heating failed.',
      '2,450 is the number of households that went without heating.',
      '2,450',
    ],
    ['en', '1,860 customers were affected.', 'Not quite two thousand customers were affected.'],
    ['en', '1,860 customers were affected.', '410 of the customers affected wrote to us.'],
    ['en', '1,860 customers were affected.', 'Last year 4,000 customers were affected by another fault.'],
    ['en', '1,860 customers were affected.', '95 customers could not reach our service desk by telephone.'],
    ['en', '1,860 customers were affected.', 'Of those affected, 140 are hospitals.'],
    ['zh', '受影响的商户共1,860家。', '约有三千四百多家商户受到影响。', '三千四百'],
    ['zh', '受影响的商户共1,860家。', '受影响的商户还不到五百家。', '五百'],
    ['zh', '受影响的商户共1,860家。', '没有任何商户受到影响。', '没有任何商户受到影响'],
    ['hant', '受影響的商戶共1,860家。', '這次一共波及兩千六百一十家商戶。', '兩千六百一十'],
    ['zh', '受影响的商户共1,860家。', '受影响的商户有一千八百多家。'],
    ['zh', '受影响的商户共1,860家。', '有26家商户打来电话，说当天无法收款。'],
    ['zh', '受影响的商户共1,860家。', '5,600家商户中有1,860家受到影响。'],
    ['zh', '受影响的商户共1,860家。', '去年那次有五千家商户受影响。'],
  ],
  'parts of those hit': [
    [
      'en',
      '1,860 customers were affected: 1,240 hospitals and 620 pharmacies.',
      'Pharmacies made up more than half of those affected.',
      'more than half',
    ],
    [
      'en',
      '1,860 customers were affected: 1,240 hospitals and 620 pharmacies.',
      'Of the customers affected, 890 are pharmacies.',
      '890',
    ],
    [
      'en',
      '1,860 customers were affected: 1,240 hospitals and 620 pharmacies.',
      'A third of the customers affected were pharmacies.',
    ],
    [
      'en',
      '1,860 customers were affected: 1,240 hospitals and 620 pharmacies.',
      'Half of the pharmacies wrote to us the same day.',
    ],
    [
      'en',
      '1,860 customers were affected: 1,240 hospitals and 620 pharmacies.',
      'Of the customers affected, 95 are pharmacies that open at night.',
    ],
    ['zh', '受影响的商户共1,860家：餐饮1,240家，零售620家。', '受影响的商户里，零售占了一大半。', '一大半'],
    ['zh', '受影响的商户共1,860家：餐饮1,240家，零售620家。', '餐饮只占受影响商户的两成。', '两成'],
    ['hant', '受影響的商戶共1,860家：餐飲1,240家，零售620家。', '受影響的商戶裡，零售占了一大半。', '一大半'],
    ['zh', '受影响的商户共1,860家：餐饮1,240家，零售620家。', '受影响的商户里，零售约占三成。'],
    ['zh', '受影响的商户共1,860家：餐饮1,240家，零售620家。', '零售商户里，有一半当天就打来电话。'],
  ],
  'one thing counted twice': [
    [
      'en',
      'Thirty-one customers were charged twice.',
      'Fifty-four customers had their card charged twice.',
      'Fifty-four',
    ],
    ['en', 'Thirty-one customers were charged twice.', '31 customers were debited twice.'],
    ['en', 'Thirty-one customers were charged twice.', 'Twelve customers asked for a new card.'],
    ['zh', '有23张草稿没能找回。', '有四十一张草稿没能找回。', '四十一'],
    ['zh', '有23张草稿没能找回。', '有二十三张草稿没能找回。'],
  ],
  'a rest that does not fit': [
    ['zh', '服务中断。', '共有1,860位团长受到影响，其中1,120位完全无法开团，其余640位不能改价。', '640'],
    ['zh', '服务中断。', '共有1,860位团长受到影响，其中1,120位完全无法开团，其余740位不能改价。'],
  ],
};

testCases(front, rows);
