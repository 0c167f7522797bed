export { bringRegister, registerOf, RegisterFault } from './bring-register';
export type { Brought } from './bring-register';
export { installOn, openInstallation, openStore } from './installation';
export type { Installation, RegisterInfo } from './installation';
export { settingsFrom, SettingsRefused } from './settings';
export type { Settings, StoreSetting } from './settings';
export { procedures, registers, registry } from '@rapporteur/workflows';
export type { Register } from '@rapporteur/workflows';
