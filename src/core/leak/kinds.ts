import type { Localized } from '../finding.js';
import type { LeakKind } from './found.js';

/** What a kind of internal detail is called, and what a customer can use instead. */
export interface KindWords {
  readonly is: Localized;
  readonly instead: Localized;
}

const byPurpose: Localized = {
  en: 'name the system by what it does for them (“the database that holds orders”)',
  zh: '请按用途称呼系统（例如“保存订单的数据库”）',
};
const byEffect: Localized = { en: 'say what customers noticed', zh: '请写明客户遇到了什么' };

/** By kind; secrets have a rule of their own. */
export const kindWords: Readonly<Record<Exclude<LeakKind, 'secret'>, KindWords>> = {
  address: { is: { en: 'a network address', zh: '网络地址' }, instead: byPurpose },
  host: { is: { en: 'the name of a machine or an internal domain', zh: '机器名或内部域名' }, instead: byPurpose },
  identifier: { is: { en: 'an internal identifier', zh: '内部标识' }, instead: byPurpose },
  link: {
    is: { en: 'a link that customers cannot or should not open', zh: '客户打不开或不该打开的链接' },
    instead: { en: 'say in words what it shows, or link to a public page', zh: '请用文字说明内容，或改用公开页面' },
  },
  email: {
    is: { en: 'the address of one person, not the contact of this message', zh: '个人邮箱，不是本消息的联系方式' },
    instead: {
      en: 'give the address of the team that answers customers, or set “contact” in front matter',
      zh: '请给出负责答复客户的团队邮箱，或在 front matter 中填写 contact',
    },
  },
  ticket: {
    is: { en: 'a number from an internal tracker', zh: '内部工单号' },
    instead: { en: 'say what will be done and by when', zh: '请写明要做什么、何时完成' },
  },
  chat: {
    is: { en: 'an internal chat channel', zh: '内部聊天频道' },
    instead: { en: 'say where customers can ask', zh: '请写明客户可以到哪里询问' },
  },
  handle: {
    is: { en: 'the handle of a person', zh: '个人账号' },
    instead: { en: 'name the team, and how customers reach it', zh: '请写团队名称和联系方式' },
  },
  path: { is: { en: 'a file or path on our machines', zh: '内部文件或路径' }, instead: byEffect },
  hash: {
    is: { en: 'a commit or checksum', zh: '提交号或校验值' },
    instead: { en: 'say which change it was, in words', zh: '请用文字说明是哪次变更' },
  },
  branch: {
    is: { en: 'a branch of the source code', zh: '代码分支' },
    instead: { en: 'say which change it was, in words', zh: '请用文字说明是哪次变更' },
  },
  error: { is: { en: 'an error text from inside the software', zh: '软件内部的报错信息' }, instead: byEffect },
  query: {
    is: { en: 'a database query', zh: '数据库语句' },
    instead: { en: 'say what was read or changed, and its effect', zh: '请写明读取或更改了什么、有何影响' },
  },
  command: {
    is: { en: 'a command', zh: '命令' },
    instead: { en: 'say what it did, and its effect', zh: '请写明做了什么、有何影响' },
  },
};
