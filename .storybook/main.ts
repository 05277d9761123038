import type { StorybookConfig } from '@storybook/web-components-vite';

export default {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (config) => ({
    ...config,
    resolve: { ...config.resolve, conditions: ['deskbell-source', 'module', 'browser', 'development|production'] },
    // Each element is fetched as it is; nothing is worth a warning about its size.
    build: { ...config.build, chunkSizeWarningLimit: 4000 },
  }),
} satisfies StorybookConfig;
